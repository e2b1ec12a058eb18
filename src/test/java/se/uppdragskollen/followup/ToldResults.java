package se.uppdragskollen.followup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.uppdragskollen.assessment.NewResult;
import se.uppdragskollen.assessment.ResultsStored;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Part;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.document.JsonTree;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportReader;

/**
 * Results as the test tells them: a requirement's outcomes in periods, stored as the
 * engine's would be. {@code G24} is a monthly deviation, {@code U13} a question.
 */
final class ToldResults {

	static final String ASSIGNMENT = "kalmar-halsoval";

	private final RunningService service;

	private final TransactionTemplate transaction;

	ToldResults(RunningService service) {
		this.service = service;
		this.transaction = new TransactionTemplate(service.get(PlatformTransactionManager.class));
	}

	/**
	 * Stores the outcome of a requirement in a period: a severity, or an outcome's word.
	 */
	long tell(String unit, String period, String requirement, String outcome) {
		return tell(unit, period, Map.of(requirement, outcome));
	}

	long tell(String unit, String period, Map<String, String> outcomes) {
		Period of = Period.parse(period).orElseThrow();
		Edition edition = this.service.get(Editions.class).inForceOn(ASSIGNMENT, of.to()).orElseThrow();
		return this.transaction.execute((status) -> {
			long id = result(unit, of, edition);
			List<Outcome> all = new ArrayList<>();
			outcomes.forEach((requirement, word) -> all.add(outcome(edition, requirement, word)));
			all.forEach((outcome) -> store(unit, of, outcome, id));
			EvaluationResult result = new EvaluationResult(edition, report(unit, period, edition), all, List.of());
			this.service.get(FollowResults.class)
				.stored(new ResultsStored(List.of(new NewResult(id, result, "{}", "{}", "{}", 1, "told", null))));
			return id;
		});
	}

	private long result(String unit, Period period, Edition edition) {
		return this.service.jdbc()
			.sql("insert into result (unit, assignment, period, period_to, edition, revision, engine, input, fingerprint, "
					+ "document, report_version, cause, stored_at) "
					+ "values (?, ?, ?, ?, ?, ?, 'told', '{}', 'told', '{}', 1, 'told', ?) returning id")
			.params(unit, ASSIGNMENT, period.toString(), period.to(), edition.id(), edition.revision(),
					Timestamp.from(Instant.now()))
			.query(Long.class)
			.single();
	}

	private void store(String unit, Period period, Outcome outcome, long result) {
		this.service.jdbc()
			.sql("insert into outcome (unit, assignment, period, period_to, requirement, chapter, outcome, finding, "
					+ "severity, result) values (:unit, :assignment, :period, :to, :requirement, :chapter, :outcome, "
					+ ":finding, :severity, :result) on conflict (unit, assignment, period, requirement) do update "
					+ "set outcome = excluded.outcome, finding = excluded.finding, severity = excluded.severity, "
					+ "result = excluded.result")
			.param("unit", unit)
			.param("assignment", ASSIGNMENT)
			.param("period", period.toString())
			.param("to", period.to())
			.param("requirement", outcome.requirement().id())
			.param("chapter", outcome.requirement().chapter())
			.param("outcome", outcome.kind().word())
			.param("finding", (outcome.finding() == null) ? null : outcome.finding().word())
			.param("severity", (outcome.severity() == null) ? null : outcome.severity().word())
			.param("result", result)
			.update();
	}

	private static Outcome outcome(Edition edition, String id, String word) {
		Requirement requirement = edition.requirements().get(id);
		for (OutcomeKind kind : OutcomeKind.values()) {
			if (kind.word().equals(word)) {
				return new Outcome(requirement, kind, null, null, List.of(), List.of(), null, null, null, false);
			}
		}
		FindingKind kind = (edition.chapterOf(requirement).part() == Part.CARE) ? FindingKind.QUESTION
				: FindingKind.DEVIATION;
		return new Outcome(requirement, OutcomeKind.NOT_MET, kind, Rows.severity(word), List.of(), List.of(), null,
				null, null, false);
	}

	private static Report report(String unit, String period, Edition edition) {
		Problems problems = new Problems();
		String content = "{\"unit\":\"" + unit + "\",\"assignment\":\"" + ASSIGNMENT + "\",\"period\":\"" + period
				+ "\",\"values\":{}}";
		return JsonTree.read("report", content, 1, problems)
			.flatMap((tree) -> ReportReader.withoutDoor(ReportEditions.only(edition)).read("report", tree, problems))
			.orElseThrow(() -> new IllegalStateException(problems.all().toString()));
	}

	/** The unit's cases, each in a line: all but ids, times and versions. */
	List<String> cases(String unit) {
		return this.service.jdbc().sql("""
				select c.requirement || ' ' || c.kind || ' ' || c.severity || ' ' || c.course || ' ' || c.state
				|| ' ' || c.edition || ' ' || c.first_period || '..' || c.last_period
				|| case when c.earlier is null then '' else ' after another' end || ':'
				|| coalesce((select string_agg(' ' || f.period || ' ' || coalesce(f.severity, f.outcome), ','
				   order by f.period_to, f.period) from finding f where f.case_id = c.id), '') as line
				from follow_up_case c where c.unit = ? order by c.lineage, c.id
				""").param(unit).query(String.class).list();
	}

	/** The newest case of a unit. */
	long newest(String unit) {
		return this.service.jdbc()
			.sql("select max(id) from follow_up_case where unit = ?")
			.param(unit)
			.query(Long.class)
			.single();
	}

}
