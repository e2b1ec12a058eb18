package se.uppdragskollen.demo;

import java.util.List;

/**
 * The first ten centres, in which the stories are planted: which number plays which part.
 */
final class Cast {

	/** Hands in with decimal commas; the filial's parent. */
	static final int DECIMAL_COMMA = 0;

	/** Claims a specialist whom no register knows; hands in late. */
	static final int CARELESS = 1;

	/** So small that groups are withheld; gets used to phased requirements. */
	static final int SMALL = 2;

	/** The filial, open two days a week. */
	static final int FILIAL = 3;

	/** Has other hours on 1177; falls three months in a row. */
	static final int SLIPPING = 4;

	/** Gives itself the top mark while the municipality raises a red flag. */
	static final int SELF_SATISFIED = 5;

	/** Makes few home visits for a good reason; has an exemption that runs out. */
	static final int SHARING = 6;

	/** Keeps its hours when the limit is raised. */
	static final int OLD_HOURS = 7;

	/** Run by the region; {@link #PRIVATE_TWIN} has the same figures. */
	static final int REGIONAL_TWIN = 8;

	/** Run privately, with the figures of {@link #REGIONAL_TWIN}. */
	static final int PRIVATE_TWIN = 9;

	static final List<String> PLACES = List.of("Exempelås", "Påhittsviken", "Låtsasby", "Fiktionsö", "Fantasivallen",
			"Sagonäs", "Fabelängen", "Skrönehamn", "Diktmark", "Övningsfors");

	private static final List<Integer> PRIVATE = List.of(CARELESS, OLD_HOURS, PRIVATE_TWIN);

	private static final List<Integer> COUNTRYSIDE = List.of(SMALL, FILIAL, OLD_HOURS);

	private Cast() {
	}

	static boolean includes(int centre) {
		return centre < PLACES.size();
	}

	static boolean isPrivate(int centre) {
		return PRIVATE.contains(centre);
	}

	static boolean isInCountryside(int centre) {
		return COUNTRYSIDE.contains(centre);
	}

	/** Listed persons in the middle of 2023; 0 when chance decides. */
	static int listed(int centre) {
		return switch (centre) {
			case DECIMAL_COMMA -> 11_800;
			case CARELESS -> 2_400;
			case SMALL -> 1_650;
			case FILIAL -> 640;
			case SHARING -> 5_400;
			case REGIONAL_TWIN, PRIVATE_TWIN -> 6_200;
			default -> 0;
		};
	}

}
