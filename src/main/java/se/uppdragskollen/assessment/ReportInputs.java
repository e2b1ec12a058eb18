package se.uppdragskollen.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.JsonTree;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.Memory;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportReader;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.ReportLog;
import se.uppdragskollen.selfreport.SelfReports;
import se.uppdragskollen.selfreport.SubmittedReport;
import se.uppdragskollen.statement.Statements;

/**
 * Brings together what is known of reports that are to be judged: what was handed in,
 * what others state, and by which revision of which edition.
 */
@Component
class ReportInputs {

	private static final int FEW = 8;

	private final SelfReports selfReports;

	private final Statements statements;

	private final ReportLog log;

	private final Editions editions;

	private final Results results;

	private final Map<String, Memory> memories = new ConcurrentHashMap<>();

	ReportInputs(SelfReports selfReports, Statements statements, ReportLog log, Editions editions, Results results) {
		this.selfReports = selfReports;
		this.statements = statements;
		this.log = log;
		this.editions = editions;
		this.results = results;
	}

	/** What is to be judged, in the order of the tasks. */
	List<Judged> read(String assignment, List<EvaluationTask> tasks) {
		List<ReportKey> keys = tasks.stream().map(EvaluationTask::key).toList();
		Map<ReportKey, SubmittedReport> submitted = submitted(assignment, keys);
		Map<ReportKey, StoredResult> current = this.results.currentOf(assignment, keys);
		List<Report> bare = new ArrayList<>();
		List<EvaluationTask> found = new ArrayList<>();
		List<Evaluator> evaluators = new ArrayList<>();
		for (EvaluationTask task : tasks) {
			SubmittedReport report = submitted.get(task.key());
			if (report != null) {
				Evaluator evaluator = evaluator(task, report, current.get(task.key()));
				bare.add(report(report.content(), evaluator.edition()));
				found.add(task);
				evaluators.add(evaluator);
			}
		}
		Map<Report, Edition> edition = new java.util.IdentityHashMap<>();
		for (int i = 0; i < bare.size(); i++) {
			edition.put(bare.get(i), evaluators.get(i).edition());
		}
		List<Report> stated = this.statements.with(bare, (report) -> Objects.requireNonNull(edition.get(report)));
		Map<Report, Edition> again = new java.util.IdentityHashMap<>();
		for (int i = 0; i < stated.size(); i++) {
			again.put(stated.get(i), evaluators.get(i).edition());
		}
		stated = this.log.with(stated, (report) -> Objects.requireNonNull(again.get(report)));
		List<Judged> judged = new ArrayList<>();
		for (int i = 0; i < stated.size(); i++) {
			EvaluationTask task = found.get(i);
			judged.add(new Judged(task.key(), stated.get(i), Objects.requireNonNull(submitted.get(task.key())).number(),
					evaluators.get(i), memory(evaluators.get(i)), current.get(task.key()), task.cause()));
		}
		return judged;
	}

	private Map<ReportKey, SubmittedReport> submitted(String assignment, List<ReportKey> keys) {
		Map<ReportKey, SubmittedReport> found = new HashMap<>();
		if (keys.size() <= FEW) {
			for (ReportKey key : keys) {
				this.selfReports.latest(key.unit(), assignment, key.period()).ifPresent((one) -> found.put(key, one));
			}
			return found;
		}
		for (Period period : keys.stream().map(ReportKey::period).collect(Collectors.toSet())) {
			this.selfReports.latestOfPeriod(assignment, period)
				.forEach((one) -> found.put(new ReportKey(one.unit(), assignment, period), one));
		}
		return found;
	}

	/**
	 * A version of a report is judged by the revision that was in force when it was
	 * signed, until a run asks for the rules as they stand now.
	 */
	private Evaluator evaluator(EvaluationTask task, SubmittedReport report, @Nullable StoredResult current) {
		if (task.currentRules()) {
			Optional<Edition> now = this.editions.current(task.key().assignment(), report.edition());
			if (now.isPresent()) {
				return this.editions.evaluator(now.get());
			}
		}
		boolean sameVersion = current != null && current.reportVersion() == report.number();
		return this.editions.evaluator((current != null && sameVersion) ? current.revision() : report.revision());
	}

	/** A report that was taken once is read again as it is. */
	Report report(String content, Edition edition) {
		Problems problems = new Problems();
		return JsonTree.read("report", content, 1, problems)
			.flatMap((tree) -> ReportReader.withoutDoor(ReportEditions.only(edition)).read("report", tree, problems))
			.orElseThrow(() -> new IllegalStateException("a stored report cannot be read: " + problems.all()));
	}

	Memory memory(Evaluator evaluator) {
		return this.memories.computeIfAbsent(evaluator.edition().revision(), (revision) -> new Memory(evaluator));
	}

}
