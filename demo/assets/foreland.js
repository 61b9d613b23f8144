const root = document.querySelector('#root');
addEventListener('load', async () => {
  const answer = await fetch(`/foreland/data/${root.dataset.story}`);
  root.innerHTML = await answer.text();
});
