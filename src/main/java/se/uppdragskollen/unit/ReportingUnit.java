package se.uppdragskollen.unit;

import org.jspecify.annotations.Nullable;

/**
 * Who reports: usually a health centre.
 *
 * @param id its HSA-id
 * @param name what people call it
 * @param municipality where it is
 * @param operator {@code regional} or {@code private}
 * @param parent the unit that it is a filial of, null for others
 * @param peerGroup only units of the same group are compared; empty when not told
 */
public record ReportingUnit(String id, String name, String municipality, String operator, @Nullable String parent,
		String peerGroup) {

	public boolean isFilial() {
		return this.parent != null;
	}

}
