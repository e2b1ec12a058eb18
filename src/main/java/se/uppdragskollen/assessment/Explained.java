package se.uppdragskollen.assessment;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a result says of one requirement.
 *
 * @param result the result
 * @param told the requirement's part of it, in the evaluation result's format
 */
public record Explained(StoredResult result, String told) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** To be read. */
	public JsonNode outcome() {
		return JSON.readTree(this.told);
	}

}
