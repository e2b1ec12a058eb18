package se.uppdragskollen.demo;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A fictional health centre or filial.
 *
 * @param index its number, counted from 0
 * @param chance its luck; twins have the same
 * @param traits what it is like
 * @param unit its HSA-id
 * @param name what people call it
 * @param municipality where it is
 * @param operator who runs it
 * @param parent the HSA-id of the centre that it is a filial of, null for others
 * @param peerGroup the centres that it is compared with
 * @param opened its first day
 */
record Centre(int index, Chance chance, Traits traits, String unit, String name, String municipality, Operator operator,
		@Nullable String parent, String peerGroup, LocalDate opened) {

	static final String TOWN = "town";

	static final String COUNTRYSIDE = "countryside";

	boolean is(int part) {
		return this.index == part;
	}

	boolean isFilial() {
		return this.parent != null;
	}

	/**
	 * Who runs a centre.
	 *
	 * @param kind {@code regional} or {@code private}
	 * @param name the organisation's name
	 * @param number its organisation number, fictional but with a right check digit
	 */
	record Operator(String kind, String name, String number) {

		boolean isPrivate() {
			return this.kind.equals("private");
		}

	}

}
