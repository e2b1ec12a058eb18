package se.uppdragskollen.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import se.uppdragskollen.demo.Centre.Operator;

/**
 * Makes the region's centres. Names are joined of words that say that they are made up.
 */
final class Centres {

	private static final List<String> FIRST = List.of("Påhitts", "Låtsas", "Exempel", "Fantasi", "Sago", "Test", "Prov",
			"Dikt", "Skröne", "Fabel", "Övnings", "Modell", "Fiktions", "Hittepå", "Gissnings", "Inbillnings");

	private static final List<String> LAST = List.of("ås", "viken", "by", "hamn", "torp", "vallen", "sjön", "ängen",
			"lunda", "näs", "dalen", "strand", "holm", "mark", "kulla", "backa", "hult", "fors", "ryd", "åsen");

	private static final List<String> MUNICIPALITIES = List.of("Exempelköping", "Fantasiborg", "Låtsasstad", "Sagosund",
			"Påhittsbro", "Övningsala", "Fabelsta", "Skröneköping");

	private static final Operator REGION = new Operator("regional", "Region Exempellän", "5566778899");

	private static final List<Operator> PRIVATE = List.of(new Operator("private", "Påhitt Vård AB", "5511111113"),
			new Operator("private", "Låtsasläkarna AB", "5522222222"),
			new Operator("private", "Fabelkliniken AB", "5533333331"),
			new Operator("private", "Övningshälsan AB", "5544444440"),
			new Operator("private", "Skröne Omsorg AB", "5555555555"));

	private Centres() {
	}

	/** As many centres as asked; the first are the same however many there are. */
	static List<Centre> of(long seed, int count) {
		List<String> places = places();
		List<Centre> centres = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			centres.add(centre(seed, i, places.get(i)));
		}
		return centres;
	}

	/** The HSA-id of a centre, known by its number alone. */
	static String unit(int index) {
		Operator holder = usesAgent(index) ? REGION : operator(index);
		return "SE" + holder.number() + String.format(Locale.ROOT, "-H%03d", index + 1);
	}

	/**
	 * A few private centres stand in the catalogue of HSA-ids under the region's number.
	 */
	private static boolean usesAgent(int index) {
		return index % 15 == 13;
	}

	private static Centre centre(long seed, int index, String place) {
		boolean filial = index == Cast.FILIAL;
		Chance own = new Chance(seed, "own/" + index);
		Chance chance = new Chance(seed, "centre/" + ((index == Cast.PRIVATE_TWIN) ? Cast.REGIONAL_TWIN : index));
		boolean countryside = Cast.includes(index) ? Cast.isInCountryside(index) : own.even("countryside") < 0.4;
		int municipality = filial ? Cast.DECIMAL_COMMA : index;
		return new Centre(index, chance, Traits.of(chance), unit(index),
				(filial ? "Filialen " : "Hälsocentralen ") + place,
				MUNICIPALITIES.get(municipality % MUNICIPALITIES.size()), operator(index),
				filial ? unit(Cast.DECIMAL_COMMA) : null, countryside ? Centre.COUNTRYSIDE : Centre.TOWN,
				LocalDate.of(own.whole("opened", 2010, 2021), own.whole("opened/month", 1, 12), 1));
	}

	private static Operator operator(int index) {
		boolean isPrivate = Cast.includes(index) ? Cast.isPrivate(index) : index % 3 == 1;
		return isPrivate ? PRIVATE.get(index % PRIVATE.size()) : REGION;
	}

	private static List<String> places() {
		List<String> places = new ArrayList<>(Cast.PLACES);
		for (int last = 0; last < LAST.size(); last++) {
			for (int first = 0; first < FIRST.size(); first++) {
				String place = FIRST.get(first) + LAST.get((last + first * 7) % LAST.size());
				if (!places.contains(place)) {
					places.add(place);
				}
			}
		}
		return places;
	}

}
