package se.uppdragskollen.cli;

import java.util.List;
import java.util.Optional;

import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.unit.Units;

/**
 * Writes evaluation results one by one as they come.
 */
interface ResultOutput {

	/** The names that {@code --format} takes. */
	List<String> FORMATS = List.of("text", "json", "jsonl", "csv", "sarif", "junit");

	/**
	 * Before the first.
	 * @param reports how many results will come
	 */
	default void begin(int reports) {
	}

	void write(EvaluationResult result);

	/** After the last. */
	default void end() {
	}

	static Optional<ResultOutput> of(String format, Terminal terminal, Units units, boolean all) {
		return switch (format) {
			case "text" -> Optional.of(new TextOutput(terminal, units, all));
			case "json", "jsonl" -> Optional.of(new JsonOutput(terminal, format.equals("jsonl")));
			case "csv" -> Optional.of(new CsvOutput(terminal, units));
			case "sarif" -> Optional.of(new SarifOutput(terminal));
			case "junit" -> Optional.of(new JunitOutput(terminal, units));
			default -> Optional.empty();
		};
	}

}
