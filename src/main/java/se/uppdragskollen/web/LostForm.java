package se.uppdragskollen.web;

import java.util.List;

/**
 * A form that somebody sent and that was not taken: what they had typed, for them to copy
 * before it is gone, and the page that it stood on. It is in the answer alone: neither
 * kept nor logged.
 *
 * @param back the page's address, one of this service's
 * @param texts what was typed, empty when it came from another site's page
 * @param cut whether there was more than is shown
 */
record LostForm(String back, List<Text> texts, boolean cut) {

	/**
	 * What stood in one field.
	 *
	 * @param label what the field is called
	 * @param words what was typed
	 */
	record Text(String label, String words) {

		/** Rows that show most of it. */
		public int rows() {
			int rows = this.words.lines().mapToInt((line) -> 1 + line.length() / 70).sum();
			return Math.min(12, rows);
		}

	}

}
