import type { copy as german } from './photo-code.copy.de.ts';

export const copy: typeof german = {
  title: 'The printout, please, not your face',
  text: 'Photograph the sheet with the small pattern of squares (Data Matrix code) that you got in the photo studio. With this code the authority fetches your photo. Only the authority can read it.',
  howTitle: 'How to get a code',
  how: 'Go to a photo studio or a chemist that sends passport photos digitally to authorities. Ask for the “digital passport photo with a code”. Bring the printout to your appointment too.',
  terminals: 'There is a photo terminal here:',
  found: 'We have recognised the code.',
  missing:
    'We do not recognise a code in this picture. Please check: is the whole pattern visible, sharp and without glare? If all is well to see, just continue.',
};
