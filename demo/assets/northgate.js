// A live blog grows while it is read: a button brings one more entry.
const entries = document.querySelector('.entries');
const button = document.querySelector('.newer');
button.hidden = false;
button.addEventListener('click', async () => {
  const answer = await fetch('/northgate/data/newest');
  const template = document.createElement('template');
  template.innerHTML = await answer.text();
  entries.prepend(template.content);
  button.remove();
});
