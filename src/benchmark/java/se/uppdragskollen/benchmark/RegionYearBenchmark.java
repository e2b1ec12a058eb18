package se.uppdragskollen.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.evaluation.naive.NaiveEvaluator;
import se.uppdragskollen.evaluation.naive.Kalmar;
import se.uppdragskollen.report.Report;

/**
 * Reports per second in one region-year, in each way. Run by {@link Main}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = { "-XX:+UseSerialGC", "-Xmx1g" })
public class RegionYearBenchmark {

	static final String EDITION = "2025-01";

	static final long SEED = 20250101;

	/** The reports of the {@link RegionYear}. */
	static final int REPORTS = 880;

	/** As many reports as the command line evaluates together. */
	private static final int BATCH = 32;

	@Benchmark
	@OperationsPerInvocation(REPORTS)
	public void engine(Engine state, Blackhole blackhole) {
		for (int from = 0; from < state.reports.size(); from += BATCH) {
			List<Report> batch = state.reports.subList(from, Math.min(from + BATCH, state.reports.size()));
			blackhole.consume(state.evaluator.evaluate(batch));
		}
	}

	@Benchmark
	@OperationsPerInvocation(REPORTS)
	public void handWrittenJava(ByHand state, Blackhole blackhole) {
		state.reports.forEach((report) -> blackhole.consume(state.evaluator.evaluate(report)));
	}

	@Benchmark
	@OperationsPerInvocation(REPORTS)
	public void usualDrools(Drools state, Blackhole blackhole) {
		state.reports.forEach((report) -> blackhole.consume(state.evaluator.evaluate(report)));
	}

	@Benchmark
	@OperationsPerInvocation(REPORTS)
	public void evrete(Evrete state, Blackhole blackhole) {
		state.reports.forEach((report) -> blackhole.consume(state.evaluator.evaluate(report)));
	}

	static Edition edition() {
		return Kalmar.edition(EDITION);
	}

	/** The engine, its rules compiled in a folder that {@link Main} names. */
	static Evaluator evaluator(Edition edition) {
		return new Evaluator(edition, new DroolsRuleBooks(Path.of(System.getProperty(Main.CACHE))).of(edition));
	}

	@State(Scope.Benchmark)
	public static class Engine {

		private List<Report> reports = List.of();

		private Evaluator evaluator;

		@Setup
		public void prepare() {
			Edition edition = edition();
			this.reports = RegionYear.reports(edition, SEED);
			this.evaluator = evaluator(edition);
		}

	}

	@State(Scope.Benchmark)
	public static class ByHand {

		private List<Report> reports = List.of();

		private NaiveEvaluator evaluator;

		@Setup
		public void prepare() {
			Edition edition = edition();
			this.reports = RegionYear.reports(edition, SEED);
			this.evaluator = new NaiveEvaluator(edition);
		}

	}

	@State(Scope.Benchmark)
	public static class Drools {

		private List<Report> reports = List.of();

		private UsualDrools evaluator;

		@Setup
		public void prepare() {
			Edition edition = edition();
			this.reports = RegionYear.reports(edition, SEED);
			this.evaluator = new UsualDrools(edition, evaluator(edition));
		}

	}

	@State(Scope.Benchmark)
	public static class Evrete {

		private List<Report> reports = List.of();

		private UsualEvrete evaluator;

		@Setup
		public void prepare() {
			Edition edition = edition();
			this.reports = RegionYear.reports(edition, SEED);
			this.evaluator = new UsualEvrete(edition, evaluator(edition));
		}

		@TearDown
		public void shutdown() {
			this.evaluator.shutdown();
		}

	}

}
