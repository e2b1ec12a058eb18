package se.uppdragskollen.operation;

import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds.
 *
 * @param format 1
 * @param product the version that wrote it
 * @param schema the newest migration that its tables have
 * @param at when it was begun
 * @param tables in an order in which they can be filled
 * @param sequences where the numbers that the database gives stood
 * @param auditSeq the number of the last event in the log of who did what
 * @param auditHash its hash
 */
record BackupManifest(int format, String product, String schema, String at, List<Table> tables,
		List<Sequence> sequences, long auditSeq, String auditHash) {

	/** The name of its file in the backup. */
	static final String NAME = "manifest.json";

	/** The only format there is so far. */
	static final int FORMAT = 1;

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	byte[] write() {
		return JSON.writeValueAsBytes(this);
	}

	/**
	 * Reads one.
	 * @throws CannotRunException when it is none
	 */
	static BackupManifest read(byte[] bytes, Object file) throws CannotRunException {
		try {
			BackupManifest manifest = JSON.readValue(bytes, BackupManifest.class);
			if (manifest.format != FORMAT) {
				throw new CannotRunException("operation.backup-format", file, manifest.format, FORMAT);
			}
			return manifest;
		}
		catch (JacksonException ex) {
			throw new CannotRunException("operation.backup-damaged", file, NAME);
		}
	}

	/**
	 * A table.
	 *
	 * @param name the table
	 * @param columns its columns, in the order of its rows here
	 * @param rows how many
	 * @param sha256 over its rows as they stand here
	 */
	record Table(String name, List<String> columns, long rows, String sha256) {

		/** The name of its file in the backup. */
		String file() {
			return "tables/" + this.name + ".copy";
		}

	}

	/**
	 * A sequence.
	 *
	 * @param name the sequence
	 * @param next the next number that it gives
	 */
	record Sequence(String name, long next) {

	}

}
