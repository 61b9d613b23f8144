// Before the first paint: the colours that were chosen in the settings, so that no page flashes in the other scheme.
try {
  const theme = localStorage.getItem('claimbook-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage out of reach: as the system has it.
}
