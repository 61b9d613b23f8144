const view = document.querySelector('#view');

async function show(path) {
  const answer = await fetch(path.replace('/kestrel/', '/kestrel/data/'));
  view.innerHTML = await answer.text();
  document.title = `${view.querySelector('h1').textContent} | Kestrel`;
  document.querySelector('link[rel=canonical]').href = location.origin + path;
  scrollTo(0, 0);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-story]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.pathname);
  show(link.pathname);
});
addEventListener('popstate', () => show(location.pathname));
