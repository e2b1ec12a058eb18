package se.uppdragskollen.unit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import se.uppdragskollen.document.Word;

/**
 * What kind of unit reports.
 */
public enum UnitKind implements Word {

	/** A health centre (hälsocentral), known by its HSA-id; filials too. */
	HEALTH_CENTRE("health-centre"),

	/** A part of the region. */
	AREA("area"),

	/** A municipality. */
	MUNICIPALITY("municipality"),

	/** The region itself. */
	REGION("region");

	private final String word;

	UnitKind(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	static Optional<UnitKind> named(String word) {
		return Arrays.stream(values()).filter((one) -> one.word.equals(word)).findFirst();
	}

	static List<String> words() {
		return Arrays.stream(values()).map(UnitKind::word).toList();
	}

}
