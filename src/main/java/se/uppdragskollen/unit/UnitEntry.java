package se.uppdragskollen.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What somebody enters about a unit, as typed and not yet checked; null and empty are the
 * same. {@link RegisteredUnit} says what each part is.
 *
 * @param id needed
 * @param name needed
 * @param kind a health centre unless told
 * @param municipality may be empty
 * @param operator needed: {@code regional} or {@code private}
 * @param operatorName may be empty
 * @param organisationNumber may be empty
 * @param parent may be empty
 * @param peerGroup may be empty
 * @param opened needed, as {@code 2025-01-31}
 * @param closed may be empty
 * @param mergedInto may be empty
 */
public record UnitEntry(@Nullable String id, @Nullable String name, @Nullable String kind,
		@Nullable String municipality, @Nullable String operator, @Nullable String operatorName,
		@Nullable String organisationNumber, @Nullable String parent, @Nullable String peerGroup,
		@Nullable String opened, @Nullable String closed, @Nullable String mergedInto) {

	static final String ID = "id";

	static final String NAME = "name";

	static final String KIND = "kind";

	static final String MUNICIPALITY = "municipality";

	static final String OPERATOR = "operator";

	static final String OPERATOR_NAME = "operator_name";

	static final String ORGANISATION_NUMBER = "organisation_number";

	static final String PARENT = "parent";

	static final String PEER_GROUP = "peer_group";

	static final String OPENED = "opened";

	static final String CLOSED = "closed";

	static final String MERGED_INTO = "merged_into";

	/** All but the id. */
	static final List<String> FIELDS = List.of(NAME, KIND, MUNICIPALITY, OPERATOR, OPERATOR_NAME, ORGANISATION_NUMBER,
			PARENT, PEER_GROUP, OPENED, CLOSED, MERGED_INTO);

	/** The same with another id. */
	UnitEntry of(String other) {
		return new UnitEntry(other, this.name, this.kind, this.municipality, this.operator, this.operatorName,
				this.organisationNumber, this.parent, this.peerGroup, this.opened, this.closed, this.mergedInto);
	}

	/** What is typed, by the names of the fields. */
	Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put(ID, text(this.id));
		texts.put(NAME, text(this.name));
		texts.put(KIND, text(this.kind));
		texts.put(MUNICIPALITY, text(this.municipality));
		texts.put(OPERATOR, text(this.operator));
		texts.put(OPERATOR_NAME, text(this.operatorName));
		texts.put(ORGANISATION_NUMBER, text(this.organisationNumber));
		texts.put(PARENT, text(this.parent));
		texts.put(PEER_GROUP, text(this.peerGroup));
		texts.put(OPENED, text(this.opened));
		texts.put(CLOSED, text(this.closed));
		texts.put(MERGED_INTO, text(this.mergedInto));
		return texts;
	}

	private static String text(@Nullable String typed) {
		return (typed == null) ? "" : typed.strip();
	}

}
