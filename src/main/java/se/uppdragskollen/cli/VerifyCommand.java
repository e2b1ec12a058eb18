package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.ResultWriter;
import se.uppdragskollen.unit.Units;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code verify RESULT --report R}: repeats evaluations from their fingerprints and says
 * same or different.
 */
@Command(name = "verify", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Terminal terminal;

	private final Clock clock;

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "RESULT", descriptionKey = "RESULT", arity = "1")
	private Path result = Path.of("");

	@Option(names = "--report", paramLabel = "R", required = true, arity = "1..*")
	private List<Path> reports = List.of();

	@Option(names = "--units", paramLabel = "FILE")
	private @Nullable Path units;

	@Option(names = "--today", paramLabel = "DATE")
	private @Nullable LocalDate today;

	VerifyCommand(Terminal terminal, Clock clock) {
		this.terminal = terminal;
		this.clock = clock;
	}

	@Override
	public Integer call() throws IOException {
		Problems problems = new Problems();
		List<JsonNode> given = given(problems);
		Optional<Units> known = (this.units == null) ? Optional.of(Units.unknown()) : Units.read(this.units, problems);
		if (!problems.isEmpty() || known.isEmpty()) {
			this.terminal.problems(problems.all());
			return Exit.CANNOT_RUN;
		}
		int status = Exit.CLEAN;
		for (JsonNode one : given) {
			status = Math.max(status, verify(one, known.get()));
		}
		return status;
	}

	/** The results in the file: one object, an array of them, or one a line. */
	private List<JsonNode> given(Problems problems) throws IOException {
		List<JsonNode> given = new ArrayList<>();
		String file = this.result.toString();
		if (!Files.isReadable(this.result)) {
			problems.add(Problem.ofFile(file, "file-missing"));
			return given;
		}
		try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(this.result.toFile())) {
			while (values.hasNext()) {
				JsonNode value = values.next();
				if (value.isArray()) {
					value.forEach(given::add);
				}
				else {
					given.add(value);
				}
			}
		}
		catch (JacksonException ex) {
			problems.add(Problem.ofFile(file, "not-json"));
		}
		for (JsonNode one : given) {
			for (String key : List.of("assignment", "edition", "revision", "unit", "period", "report")) {
				if (!one.path(key).isString()) {
					problems.add(Problem.ofFile(file, "key-missing", key));
				}
			}
		}
		if (given.isEmpty() && problems.isEmpty()) {
			problems.add(Problem.ofFile(file, "file-empty"));
		}
		return given;
	}

	private int verify(JsonNode given, Units known) throws IOException {
		String unit = given.path("unit").asString();
		String period = given.path("period").asString();
		LocalDate day = (this.today != null) ? this.today : LocalDate.now(this.clock);
		List<EvaluationResult> repeated = new ArrayList<>();
		try (ReportBatch batch = new ReportBatch(this.options.assignments(), Options.ruleBooks(),
				given.path("assignment").asString(), given.path("edition").asString(), known, day)) {
			batch.read(this.reports, System.in);
			if (!batch.problems().isEmpty()) {
				this.terminal.problems(batch.problems());
			}
			batch.forEach((result) -> {
				if (result.report().unit().equals(unit) && result.report().period().toString().equals(period)) {
					repeated.add(result);
				}
			});
		}
		if (repeated.isEmpty()) {
			this.terminal.note("verify.no-report", unit, period);
			return Exit.CANNOT_RUN;
		}
		return compare(given, repeated.get(0), unit + " " + period);
	}

	private int compare(JsonNode given, EvaluationResult repeated, String name) {
		JsonNode now = JSON.readTree(ResultWriter.line(repeated));
		List<String> different = new ArrayList<>();
		for (String key : List.of("engine", "revision", "report")) {
			if (!given.path(key).equals(now.path(key))) {
				different.add(this.terminal.text("verify.different-" + key));
			}
		}
		List<String> outcomes = new ArrayList<>();
		for (JsonNode before : given.path("outcomes")) {
			String id = before.path("requirement").asString();
			JsonNode after = now.path("outcomes")
				.valueStream()
				.filter((one) -> one.path("requirement").asString().equals(id))
				.findFirst()
				.orElse(JSON.createObjectNode());
			if (!before.equals(after)) {
				outcomes.add(id + ": " + before.path("outcome").asString() + " → " + after.path("outcome").asString());
			}
		}
		if (given.path("outcomes").size() != now.path("outcomes").size()
				|| !given.path("credits").equals(now.path("credits"))
				|| !given.path("counts").equals(now.path("counts"))) {
			outcomes.add(this.terminal.text("verify.other-size"));
		}
		if (different.isEmpty() && outcomes.isEmpty()) {
			this.terminal.say("verify.same", name);
			return Exit.CLEAN;
		}
		this.terminal.say("verify.different", name);
		different.forEach((line) -> this.terminal.line("  " + line));
		outcomes.forEach((line) -> this.terminal.line("  " + line));
		return Exit.FINDINGS;
	}

}
