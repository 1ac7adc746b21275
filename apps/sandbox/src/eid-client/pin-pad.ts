/** The keypad of an ID app: digits go into the field, which takes a keyboard as well. Runs in the page. */
export const pinPadScript = `
const field = document.getElementById('pin');
const pad = document.getElementById('pad');
pad.hidden = false;
pad.addEventListener('click', (event) => {
  const key = event.target.closest('button')?.dataset.key;
  if (key === undefined) return;
  field.value = key === 'back' ? field.value.slice(0, -1) : (field.value + key).slice(0, 6);
});
`;
