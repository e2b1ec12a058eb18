package se.uppdragskollen.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Fingerprint;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.RuleBook;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.report.Report;

/**
 * Compares the engine with hand-written Java, the usual Drools way and Evrete, and prints
 * a table of ratios; besides, how long compiling takes and what a revision weighs. What
 * the usual Drools way is: a fact per value, put into a new session per report inside the
 * clock, and the comparison as constraints in WHEN that join the facts (see
 * src/docs/decisions/0009-what-the-benchmark-compares.md). The row
 * {@code droolsFactsReady}, with the facts made before the clock starts, shows how much of
 * the difference they are. All ways must give the same outcomes, or nothing is measured.
 */
public final class Main {

	static final String CACHE = "benchmark.cache";

	private static final String RULE_BOOK = "rule-book";

	private static final String SERVICE = "service";

	private static final int REVISIONS = 4;

	private Main() {
	}

	/**
	 * Runs the benchmark.
	 * @param arguments a pattern of the benchmarks to run; or {@code rule-book} to time
	 * one look-up of the rule book in this process; or {@code service} to measure the
	 * service instead, which ends with status 1 when it is too slow
	 */
	public static void main(String[] arguments) throws Exception {
		if (arguments.length > 0 && arguments[0].equals(SERVICE)) {
			System.exit(ServiceSpeed.measure() ? 0 : 1);
		}
		if (arguments.length > 0 && arguments[0].equals(RULE_BOOK)) {
			System.out.println(ruleBookMillis());
			return;
		}
		System.setProperty("jmh.ignoreLock", "true");
		Path cache = Files.createTempDirectory("benchmark");
		System.setProperty(CACHE, cache.toString());
		long compiled = inFreshProcess(cache);
		long loaded = inFreshProcess(cache);
		Edition edition = RegionYearBenchmark.edition();
		Evaluator evaluator = RegionYearBenchmark.evaluator(edition);
		List<Report> reports = RegionYear.reports(edition, RegionYearBenchmark.SEED);
		SameOutcomes same = new SameOutcomes(edition, evaluator);
		same.verify(reports);
		System.out.println(same);
		ByTurns.table(edition, evaluator, reports);
		byTheClock(run((arguments.length > 0) ? arguments[0] : ".*", 1), "one thread");
		byTheClock(run("engine$", 2), "two threads");
		System.out.printf("rules of %s, fresh process: compiled in %,d ms, from disk in %,d ms%n", edition.name(), compiled,
				loaded);
		System.out.printf("memory per revision: %,d kB%n", kilobytesPerRevision(edition));
	}

	private static long ruleBookMillis() {
		Edition edition = RegionYearBenchmark.edition();
		long start = System.nanoTime();
		RegionYearBenchmark.evaluator(edition);
		return (System.nanoTime() - start) / 1_000_000;
	}

	private static long inFreshProcess(Path cache) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-D" + CACHE + "=" + cache, "-classpath",
				System.getProperty("java.class.path"), Main.class.getName(), RULE_BOOK)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String printed = new String(process.getInputStream().readAllBytes()).strip();
		process.waitFor();
		return Long.parseLong(printed.substring(printed.lastIndexOf('\n') + 1));
	}

	private static Map<String, Statistics> run(String pattern, int threads) throws RunnerException {
		Collection<RunResult> results = new Runner(
				new OptionsBuilder().include(RegionYearBenchmark.class.getSimpleName() + "\\." + pattern)
					.threads(threads)
					.jvmArgsPrepend("-D" + CACHE + "=" + System.getProperty(CACHE))
					.verbosity(VerboseMode.SILENT)
					.shouldFailOnError(true)
					.build())
			.run();
		Map<String, Statistics> figures = new LinkedHashMap<>();
		results.forEach((result) -> figures.put(result.getPrimaryResult().getLabel(),
				result.getPrimaryResult().getStatistics()));
		return figures;
	}

	/** Without ratios: one after the other, they ran under different loads. */
	private static void byTheClock(Map<String, Statistics> figures, String threads) {
		figures.forEach((name, one) -> System.out.printf("JMH, %s: %-16s %,8.0f reports/s (%,.0f to %,.0f)%n", threads,
				name, one.getPercentile(50), one.getMin(), one.getMax()));
	}

	private static long kilobytesPerRevision(Edition edition) {
		List<RuleBook> books = new ArrayList<>();
		DroolsRuleBooks compiler = new DroolsRuleBooks();
		books.add(compiler.of(edition));
		long before = used();
		for (int i = 0; i < REVISIONS; i++) {
			Edition revision = edition.withRules(edition.rules(), Fingerprint.of("revision " + i));
			books.add(compiler.of(revision));
		}
		long after = used();
		if (books.size() != REVISIONS + 1) {
			throw new IllegalStateException("collected too early");
		}
		return (after - before) / REVISIONS / 1024;
	}

	private static long used() {
		for (int i = 0; i < 5; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
