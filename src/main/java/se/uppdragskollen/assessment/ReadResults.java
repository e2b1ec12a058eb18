package se.uppdragskollen.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.ResultWriter;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.DraftReading;
import se.uppdragskollen.selfreport.DraftReports;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.ReportLog;
import se.uppdragskollen.statement.Statements;
import se.uppdragskollen.unit.UnitRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results for those who may see them: as stored, repeated, compared with the one before,
 * and what a draft would give.
 */
@Component
public class ReadResults {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Results results;

	private final ReportInputs inputs;

	private final Editions editions;

	private final DraftReports drafts;

	private final Statements statements;

	private final ReportLog log;

	private final Traces traces;

	private final UnitRegistry units;

	ReadResults(Results results, ReportInputs inputs, Editions editions, DraftReports drafts, Statements statements,
			ReportLog log, Traces traces, UnitRegistry units) {
		this.results = results;
		this.inputs = inputs;
		this.editions = editions;
		this.drafts = drafts;
		this.statements = statements;
		this.log = log;
		this.traces = traces;
		this.units = units;
	}

	/** The current results that the actor may see. */
	public Page<StoredResult> list(Actor actor, @Nullable String unit, @Nullable String assignment,
			se.uppdragskollen.assignment.@Nullable Period period, PageRequest page) {
		return this.results.list(actor.reach(Act.READ_REPORTS), unit, assignment, period, page);
	}

	/** The result that counts for a report. */
	public StoredResult current(Actor actor, ReportKey key) {
		actor.require(Act.READ_REPORTS, key.unit());
		return this.results.current(key).orElseThrow(() -> Refusal.notFound("no-result", key.unit(), key.period()));
	}

	/** All results of a report, the newest first. */
	public List<StoredResult> ofReport(Actor actor, ReportKey key) {
		actor.require(Act.READ_REPORTS, key.unit());
		return this.results.ofReport(key);
	}

	/** One result. */
	public StoredResult find(Actor actor, long id) {
		StoredResult result = this.results.find(id).orElseThrow(() -> Refusal.notFound("result", id));
		actor.require(Act.READ_REPORTS, result.unit());
		return result;
	}

	/** The result in the evaluation result's format. */
	public JsonNode document(Actor actor, long id) {
		find(actor, id);
		return JSON.readTree(this.results.document(id));
	}

	/**
	 * What several results say of one requirement, by the result's id; those that the
	 * actor may not see are left out.
	 * @param requirements the requirement's ids in the editions that judged
	 */
	public Map<Long, Explained> explained(Actor actor, Collection<Long> ids, Collection<String> requirements) {
		Map<Long, Explained> found = new HashMap<>();
		explanations(actor, ids, requirements).forEach((one) -> found.put(one.result().id(), one));
		return found;
	}

	/** What several results say of several requirements. */
	public List<Explained> explanations(Actor actor, Collection<Long> ids, Collection<String> requirements) {
		actor.require(Act.READ_REPORTS);
		return this.results.explained(actor.reach(Act.READ_REPORTS), ids, requirements);
	}

	/**
	 * The report that was judged, in the report format, with all that stood beside it.
	 */
	public JsonNode input(Actor actor, long id) {
		find(actor, id);
		return JSON.readTree(this.results.input(id));
	}

	/** Evaluates the same report by the same rules again. */
	public Verification verify(Actor actor, long id) {
		StoredResult stored = find(actor, id);
		Evaluator evaluator = this.editions.evaluator(stored.revision());
		Report report = this.inputs.report(this.results.input(id), evaluator.edition());
		EvaluationResult repeated = evaluator.evaluate(report);
		List<String> different = new ArrayList<>();
		if (!repeated.report().fingerprint().equals(stored.fingerprint())) {
			different.add("report");
		}
		if (!EvaluationResult.ENGINE.equals(stored.engine())) {
			different.add("engine");
		}
		JsonNode before = JSON.readTree(this.results.document(id));
		JsonNode now = JSON.readTree(ResultWriter.line(repeated));
		List<OutcomeChange> outcomes = outcomes(before, now);
		boolean same = different.isEmpty() && before.equals(now);
		return new Verification(id, same, different, outcomes);
	}

	/** What has changed since the result before: the report, the rules, or both. */
	public Difference difference(Actor actor, long id) {
		StoredResult now = find(actor, id);
		if (now.supersedes() == null) {
			throw Refusal.notFound("first-result", id);
		}
		StoredResult before = find(actor, now.supersedes());
		JsonNode input = JSON.readTree(this.results.input(id));
		JsonNode inputBefore = JSON.readTree(this.results.input(before.id()));
		return new Difference(id, before.id(), !now.fingerprint().equals(before.fingerprint()),
				!now.revision().equals(before.revision()), !now.engine().equals(before.engine()),
				inputs(inputBefore, input),
				outcomes(JSON.readTree(this.results.document(before.id())), JSON.readTree(this.results.document(id))));
	}

	/** What a draft would give if it were handed in now; nothing is stored. */
	public Preview preview(Actor actor, ReportKey key) {
		DraftReading draft = this.drafts.read(actor, key.unit(), key.assignment(), key.period());
		if (draft.report().isEmpty()) {
			return new Preview(draft.problems(), null);
		}
		Evaluator evaluator = this.editions.evaluator(draft.edition());
		Report stated = this.statements.with(draft.report().get(), draft.edition());
		Report logged = this.log.ofDraft(stated, draft.edition());
		Report whole = PeersOf.filled(this.traces, this.units.all(), this.inputs.memory(evaluator), logged);
		return new Preview(draft.problems(), JSON.readTree(ResultWriter.line(evaluator.evaluate(whole))));
	}

	private static List<OutcomeChange> outcomes(JsonNode before, JsonNode now) {
		Map<String, JsonNode> old = byRequirement(before);
		Map<String, JsonNode> fresh = byRequirement(now);
		TreeSet<String> ids = new TreeSet<>(old.keySet());
		ids.addAll(fresh.keySet());
		List<OutcomeChange> changes = new ArrayList<>();
		for (String id : ids) {
			JsonNode was = old.get(id);
			JsonNode is = fresh.get(id);
			if (was == null || !was.equals(is)) {
				changes.add(new OutcomeChange(id, (was == null) ? null : was.path("outcome").asString(),
						(is == null) ? null : is.path("outcome").asString()));
			}
		}
		return changes;
	}

	private static Map<String, JsonNode> byRequirement(JsonNode document) {
		Map<String, JsonNode> all = new TreeMap<>();
		document.path("outcomes").forEach((one) -> all.put(one.path("requirement").asString(), one));
		return all;
	}

	/** The names of what differs, as {@code values/assessed_total}. */
	private static List<String> inputs(JsonNode before, JsonNode now) {
		TreeSet<String> different = new TreeSet<>();
		TreeSet<String> keys = new TreeSet<>(before.propertyNames());
		keys.addAll(now.propertyNames());
		for (String key : keys) {
			JsonNode was = before.path(key);
			JsonNode is = now.path(key);
			if (was.equals(is)) {
				continue;
			}
			TreeSet<String> names = new TreeSet<>(was.propertyNames());
			names.addAll(is.propertyNames());
			names.stream()
				.filter((name) -> !was.path(name).equals(is.path(name)))
				.forEach((name) -> different.add(key + "/" + name));
			if (names.isEmpty()) {
				different.add(key);
			}
		}
		return List.copyOf(different);
	}

	/**
	 * Whether a result came out the same again.
	 *
	 * @param result which
	 * @param same whether all of it did
	 * @param different what else is not as it was: {@code report}, {@code engine}
	 * @param outcomes the outcomes that differ
	 */
	public record Verification(long result, boolean same, List<String> different, List<OutcomeChange> outcomes) {

	}

	/**
	 * What has changed from one result to the next.
	 *
	 * @param result the newer one
	 * @param before the older one
	 * @param inputChanged whether the report or what stands beside it has
	 * @param rulesChanged whether the edition has
	 * @param engineChanged whether the engine has
	 * @param inputs what of the report has, as {@code values/assessed_total}
	 * @param outcomes the outcomes that differ
	 */
	public record Difference(long result, long before, boolean inputChanged, boolean rulesChanged,
			boolean engineChanged, List<String> inputs, List<OutcomeChange> outcomes) {

	}

	/**
	 * An outcome that differs, perhaps only in its reasons.
	 *
	 * @param requirement the requirement
	 * @param before the outcome before, null when there was none
	 * @param now the outcome now, null when there is none
	 */
	public record OutcomeChange(String requirement, @Nullable String before, @Nullable String now) {

	}

	/**
	 * What a draft would give.
	 *
	 * @param problems what is wrong with the draft
	 * @param result the result, null while something is wrong
	 */
	public record Preview(Problems problems, @Nullable JsonNode result) {

	}

}
