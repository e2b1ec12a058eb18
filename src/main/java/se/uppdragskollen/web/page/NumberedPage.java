package se.uppdragskollen.web.page;

import java.util.List;

/**
 * Part of a list that is known as a whole, by the number of its page.
 *
 * @param <T> what the list holds
 * @param items those on this page
 * @param number which page it is, from 1
 * @param pages how many there are, at least 1
 */
public record NumberedPage<T>(List<T> items, int number, int pages) {

	/** What can stand in an address; anything else is the first page. */
	private static final String NUMBER = "[1-9]\\d{0,3}";

	/**
	 * The page asked for, the last when there are not so many.
	 * @param asked the number as the address has it
	 * @param size how many a page holds
	 */
	public static <T> NumberedPage<T> of(List<T> all, String asked, int size) {
		int pages = Math.max(1, (all.size() + size - 1) / size);
		int number = asked.matches(NUMBER) ? Math.min(Integer.parseInt(asked), pages) : 1;
		int from = (number - 1) * size;
		return new NumberedPage<>(all.subList(from, Math.min(all.size(), from + size)), number, pages);
	}

}
