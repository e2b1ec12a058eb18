package se.uppdragskollen.request;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a long list: so many rows, after a row that a cursor names. The cursor holds
 * the sort key of the last row given, so that rows added meanwhile neither repeat nor
 * hide others.
 *
 * @param limit how many at most, 1 to {@link #MOST}
 * @param after the sort key of the row before, empty for the first page
 */
public record PageRequest(int limit, List<String> after) {

	/** Rows of a page unless told. */
	public static final int USUAL = 50;

	/** Rows of a page at most. */
	public static final int MOST = 200;

	/** Stands in a sort key for what has no day, after all days. */
	public static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

	private static final String SEPARATOR = "\u001f";

	/** Everything, for an export. */
	public static PageRequest everything() {
		return new PageRequest(Integer.MAX_VALUE - 1, List.of());
	}

	/**
	 * The page asked for.
	 * @param limit how many, null for {@link #USUAL}
	 * @param cursor as a page before gave it, null for the first
	 * @param keys how many parts the list's sort key has
	 * @throws Refusal when the limit is out of range or the cursor is not one of ours
	 */
	public static PageRequest of(@Nullable Integer limit, @Nullable String cursor, int keys) {
		int size = (limit == null) ? USUAL : limit;
		if (size < 1 || size > MOST) {
			throw Refusal.invalid("limit", "page-limit", size, MOST);
		}
		if (cursor == null || cursor.isEmpty()) {
			return new PageRequest(size, List.of());
		}
		List<String> after = decoded(cursor);
		if (after.size() != keys) {
			throw Refusal.invalid("cursor", "page-cursor");
		}
		return new PageRequest(size, after);
	}

	/** The page after a cursor of ours, as long as the product itself likes. */
	public static PageRequest unlimited(int limit, String cursor) {
		return new PageRequest(limit, decoded(cursor));
	}

	private static List<String> decoded(String cursor) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
			return (text.indexOf('\0') < 0) ? List.of(text.split(SEPARATOR, -1)) : List.of();
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

	public boolean isFirst() {
		return this.after.isEmpty();
	}

	/** One part of the sort key of the row before; empty for the first page. */
	public String after(int part) {
		return isFirst() ? "" : this.after.get(part);
	}

	/**
	 * One part of the sort key as a number, 0 for the first page.
	 * @throws Refusal when it is none
	 */
	public long afterNumber(int part) {
		try {
			return isFirst() ? 0 : Long.parseLong(after(part));
		}
		catch (NumberFormatException ex) {
			throw Refusal.invalid("cursor", "page-cursor");
		}
	}

	/**
	 * One part of the sort key as a day, {@link #NO_DAY} for the first page.
	 * @throws Refusal when it is none
	 */
	public LocalDate afterDay(int part) {
		try {
			return isFirst() ? NO_DAY : LocalDate.parse(after(part));
		}
		catch (DateTimeParseException ex) {
			throw Refusal.invalid("cursor", "page-cursor");
		}
	}

	/** How many rows a query should fetch: one more tells whether there are others. */
	public int fetch() {
		return this.limit + 1;
	}

	/**
	 * The page made of the rows that were fetched.
	 * @param key the sort key of a row
	 */
	public <T> Page<T> page(List<T> fetched, Function<T, List<String>> key) {
		if (fetched.size() <= this.limit) {
			return new Page<>(List.copyOf(fetched), null);
		}
		List<T> rows = new ArrayList<>(fetched.subList(0, this.limit));
		String last = String.join(SEPARATOR, key.apply(rows.get(rows.size() - 1)));
		return new Page<>(rows,
				Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
	}

}
