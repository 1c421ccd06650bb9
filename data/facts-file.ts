/** States facts of the result files in its folder and below that they do not state themselves. */
export const FACTS_FILE = 'matchpoint.import.json';
