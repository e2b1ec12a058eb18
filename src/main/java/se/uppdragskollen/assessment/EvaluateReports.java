package se.uppdragskollen.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.PeerGroups;
import se.uppdragskollen.evaluation.ResultWriter;
import se.uppdragskollen.evaluation.Trace;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportWriter;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.unit.UnitRegistry;

/**
 * Evaluates what waits in the queue: all reports whose periods end on the same day
 * together, the earliest day first, so that each has its past and its peers, and the same
 * reports give the same results whatever interrupts the work.
 */
@Component
class EvaluateReports {

	/** Reports evaluated in one transaction. */
	private static final int MOST = 2000;

	/** One at a time for each assignment, in whatever instance of the service. */
	private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('evaluate'), hashtext(?))";

	private final JdbcClient jdbc;

	private final EvaluationQueue queue;

	private final ReportInputs inputs;

	private final Traces traces;

	private final Results results;

	private final Figures figures;

	private final UnitRegistry units;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	EvaluateReports(JdbcClient jdbc, EvaluationQueue queue, ReportInputs inputs, Traces traces, Results results,
			Figures figures, UnitRegistry units, Audit audit, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.queue = queue;
		this.inputs = inputs;
		this.traces = traces;
		this.results = results;
		this.figures = figures;
		this.units = units;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Evaluates the next reports.
	 * @param most how many at most; with 1 the first of them alone
	 * @return how many were done; 0 when nothing waits or another instance is at it
	 */
	@Transactional
	public int next(String assignment, int most) {
		if (!this.jdbc.sql(LOCK).param(assignment).query(Boolean.class).single()) {
			return 0;
		}
		List<EvaluationTask> tasks = this.queue.take(assignment, Math.min(most, MOST));
		if (tasks.isEmpty()) {
			return 0;
		}
		List<Judged> judged = this.inputs.read(assignment, tasks);
		Map<String, List<Trace>> past = past(assignment, judged);
		Set<String> changed = leaveTraces(assignment, judged, past);
		List<NewResult> fresh = judge(assignment, judged, past);
		this.results.store(fresh);
		if (!fresh.isEmpty()) {
			note(assignment, fresh);
			this.events.publishEvent(new ResultsStored(fresh));
		}
		askForLater(assignment, judged, changed);
		tasks.forEach((task) -> this.queue.done(task.key()));
		countRuns(tasks, fresh);
		return tasks.size();
	}

	/** One event for all that is stored at once; each result has its own fingerprints. */
	private void note(String assignment, List<NewResult> fresh) {
		Set<String> units = fresh.stream().map((one) -> one.key().unit()).collect(Collectors.toSet());
		this.audit.note(Audit.SYSTEM, "store-results", "assignment:" + assignment,
				(units.size() == 1) ? units.iterator().next() : null, Map.of("results", fresh.size()));
	}

	/** Puts the first report that waits off: it could not be evaluated. */
	@Transactional
	public void postpone(String assignment) {
		this.queue.take(assignment, 1).forEach(this.queue::failed);
	}

	private Map<String, List<Trace>> past(String assignment, List<Judged> judged) {
		Set<String> ids = judged.stream().map((one) -> one.key().unit()).collect(Collectors.toCollection(TreeSet::new));
		LocalDate until = judged.stream()
			.map((one) -> one.key().period().to())
			.max(Comparator.naturalOrder())
			.orElse(LocalDate.MIN);
		return this.traces.ofUnits(assignment, ids, until);
	}

	/**
	 * First what each report says itself, then what follows from it, oldest first.
	 * @return the units for whose later reports something has changed
	 */
	private Set<String> leaveTraces(String assignment, List<Judged> judged, Map<String, List<Trace>> past) {
		Map<ReportKey, List<Trace>> before = new HashMap<>();
		Map<ReportKey, List<Trace>> after = new LinkedHashMap<>();
		for (Judged one : judged) {
			List<Trace> own = past.computeIfAbsent(one.key().unit(), (unit) -> new ArrayList<>());
			Period period = one.key().period();
			before.put(one.key(), own.stream().filter((trace) -> trace.period().equals(period)).toList());
			own.removeIf((trace) -> trace.period().equals(period));
			List<Trace> left = new ArrayList<>(one.memory().own(one.report()));
			after.put(one.key(), left);
			own.addAll(left);
		}
		for (Judged one : judged) {
			List<Trace> own = Objects.requireNonNull(past.get(one.key().unit()));
			List<Trace> derived = one.memory().derived(one.memory().remember(one.report(), own));
			Objects.requireNonNull(after.get(one.key())).addAll(derived);
			derived.stream().filter((trace) -> trace.use() != Trace.Use.PEERS).forEach(own::add);
		}
		this.traces.replace(assignment, after);
		return after.entrySet()
			.stream()
			.filter((one) -> !remembered(one.getValue())
				.equals(remembered(Objects.requireNonNull(before.get(one.getKey())))))
			.map((one) -> one.getKey().unit())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** What later reports read, in one order. */
	private static Map<String, String> remembered(List<Trace> traces) {
		Map<String, String> all = new TreeMap<>();
		traces.stream()
			.filter((trace) -> trace.use() != Trace.Use.PEERS)
			.forEach((trace) -> all.put(trace.use() + " " + trace.datum() + " " + trace.source(),
					comparable(trace.value()) + " " + trace.asOf()));
		return all;
	}

	private static String comparable(Object value) {
		return (value instanceof java.math.BigDecimal number) ? number.stripTrailingZeros().toPlainString()
				: value.toString();
	}

	private List<NewResult> judge(String assignment, List<Judged> judged, Map<String, List<Trace>> past) {
		PeerGroups groups = new PeerGroups(this.units.all()::comparable);
		Set<Period> compared = judged.stream()
			.filter((one) -> !one.memory().peers(one.key().period().kind()).isEmpty())
			.map((one) -> one.key().period())
			.collect(Collectors.toSet());
		this.traces.notePeers(assignment, compared, groups);
		List<Found> found = judged.parallelStream().map((one) -> {
			Report remembered = one.memory().remember(one.report(), Objects.requireNonNull(past.get(one.key().unit())));
			Report whole = one.memory()
				.compare(remembered, (id) -> groups.peers(one.key().unit(), one.key().period(), id));
			return found(one, whole);
		}).filter((one) -> !one.same()).toList();
		List<Long> ids = this.results.reserve(found.size());
		List<NewResult> fresh = new ArrayList<>(found.size());
		for (int i = 0; i < found.size(); i++) {
			fresh.add(found.get(i).as(ids.get(i)));
		}
		return fresh;
	}

	/** What is judged already in the same way is not judged again. */
	private Found found(Judged one, Report whole) {
		StoredResult current = one.current();
		Edition edition = one.evaluator().edition();
		boolean same = current != null && current.fingerprint().equals(whole.fingerprint())
				&& current.revision().equals(edition.revision()) && current.engine().equals(EvaluationResult.ENGINE)
				&& current.reportVersion() == one.reportVersion();
		if (same) {
			return new Found(one, null, "", "", "");
		}
		EvaluationResult result = one.evaluator().evaluate(whole);
		return new Found(one, result, ResultWriter.line(result), ReportWriter.json(whole),
				this.figures.of(one.evaluator(), whole));
	}

	/** Later reports of these units remember something else now. */
	private void askForLater(String assignment, List<Judged> judged, Set<String> changed) {
		if (changed.isEmpty()) {
			return;
		}
		LocalDate to = judged.get(0).key().period().to();
		Set<ReportKey> own = judged.stream().map(Judged::key).collect(Collectors.toCollection(HashSet::new));
		this.jdbc.sql("""
				select unit, period from current_result where assignment = :assignment and unit = any(:units)
				""")
			.param("assignment", assignment)
			.param("units", changed.toArray(String[]::new))
			.query((row, i) -> new ReportKey(row.getString(1), assignment,
					Period.parse(row.getString(2)).orElseThrow()))
			.list()
			.stream()
			.filter((key) -> !key.period().to().isBefore(to) && !own.contains(key))
			.forEach((key) -> this.queue.ask(key, "history"));
	}

	private void countRuns(List<EvaluationTask> tasks, List<NewResult> fresh) {
		Set<ReportKey> changed = fresh.stream().map(NewResult::key).collect(Collectors.toSet());
		Map<Long, Long> byRun = tasks.stream()
			.filter((task) -> task.run() != null && changed.contains(task.key()))
			.collect(Collectors.groupingBy((task) -> Objects.requireNonNull(task.run()), Collectors.counting()));
		byRun.forEach((run, count) -> this.jdbc.sql("update evaluation_run set changed = changed + ? where id = ?")
			.params(count, run)
			.update());
	}

	/**
	 * A report with its new result, none when nothing has changed.
	 */
	private record Found(Judged judged, @org.jspecify.annotations.Nullable EvaluationResult result, String document,
			String input, String figures) {

		boolean same() {
			return this.result == null;
		}

		NewResult as(long id) {
			StoredResult current = this.judged.current();
			return new NewResult(id, Objects.requireNonNull(this.result), this.document, this.input, this.figures,
					this.judged.reportVersion(), this.judged.cause(), (current == null) ? null : current.id());
		}

	}

}
