package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import se.uppdragskollen.language.Messages;
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

	private final Map<String, Map<String, EvaluationResult>> repeated = new HashMap<>();

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
		for (int i = 0; i < given.size(); i++) {
			status = Math.max(status, verify(given.get(i), known.get()));
			this.terminal.progress(i + 1, given.size());
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

	/** Repeats by the edition in force, and by the result's own where that is another. */
	private int verify(JsonNode given, Units known) throws IOException {
		String name = given.path("unit").asString() + " " + given.path("period").asString();
		String assignment = given.path("assignment").asString();
		String edition = given.path("edition").asString();
		EvaluationResult repeated = repeated(assignment, null, known).get(name);
		if (repeated != null && !repeated.edition().id().equals(edition)) {
			repeated = repeated(assignment, edition, known).get(name);
		}
		if (repeated == null) {
			this.terminal.note("verify.no-report", given.path("unit").asString(), given.path("period").asString());
			return Exit.CANNOT_RUN;
		}
		return compare(given, repeated, name);
	}

	/** All reports judged anew, once for each edition asked for. */
	private Map<String, EvaluationResult> repeated(String assignment, @Nullable String edition, Units known)
			throws IOException {
		String key = assignment + "/" + edition;
		Map<String, EvaluationResult> results = this.repeated.get(key);
		if (results == null) {
			Map<String, EvaluationResult> all = new HashMap<>();
			LocalDate day = (this.today != null) ? this.today : LocalDate.now(this.clock);
			try (ReportBatch batch = new ReportBatch(this.options.assignments(), Options.ruleBooks(), assignment,
					edition, known, day)) {
				batch.read(this.reports, System.in);
				this.terminal.problems(batch.problems());
				batch.forEach((one) -> all.put(one.report().unit() + " " + one.report().period(), one));
			}
			this.repeated.put(key, all);
			results = all;
		}
		return results;
	}

	/** The outcomes when they differ, else what else does. */
	private String difference(JsonNode before, JsonNode after) {
		String was = before.path("outcome").asString();
		String is = after.path("outcome").asString();
		return was.equals(is) ? this.terminal.text("verify.other-reasons", outcome(is))
				: outcome(was) + " → " + outcome(is);
	}

	private String outcome(String word) {
		return Messages.has("outcome." + word) ? this.terminal.text("outcome." + word) : "–";
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
				outcomes.add(id + ": " + difference(before, after));
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
