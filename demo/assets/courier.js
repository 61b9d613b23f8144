for (const button of document.querySelectorAll('[data-close]'))
  button.addEventListener('click', () => document.querySelector('.cookies').remove());
