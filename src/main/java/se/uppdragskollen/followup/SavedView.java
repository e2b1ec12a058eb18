package se.uppdragskollen.followup;

import java.util.Map;

/**
 * A view of the work list that somebody has given a name. It is its owner's alone.
 *
 * @param id the database's own
 * @param name what its owner calls it
 * @param fields what is asked for, by the names of the address
 * @param opens whether the list opens with it
 */
public record SavedView(long id, String name, Map<String, String> fields, boolean opens) {

	public SavedView {
		fields = Map.copyOf(fields);
	}

}
