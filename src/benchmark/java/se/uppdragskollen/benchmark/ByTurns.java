package se.uppdragskollen.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.naive.NaiveEvaluator;
import se.uppdragskollen.report.Report;

/**
 * The same comparison by processor time and by turns in one process: its ratios hold on
 * a machine that others use too, where JMH's, by the clock and one after the other, do
 * not.
 */
final class ByTurns {

	private static final int ROUNDS = 30;

	private static final int WARM_UP = 15;

	private static final long TURN = 400_000_000L;

	private static final int BATCH = 32;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private ByTurns() {
	}

	static void table(Edition edition, Evaluator evaluator, List<Report> reports) {
		NaiveEvaluator byHand = new NaiveEvaluator(edition);
		UsualDrools drools = new UsualDrools(edition, evaluator);
		UsualEvrete evrete = new UsualEvrete(edition, evaluator);
		Map<String, Runnable> ways = new LinkedHashMap<>();
		ways.put("engine", () -> {
			for (int from = 0; from < reports.size(); from += BATCH) {
				evaluator.evaluate(reports.subList(from, Math.min(from + BATCH, reports.size())));
			}
		});
		ways.put("engineOneByOne", () -> reports.forEach(evaluator::evaluate));
		ways.put("handWrittenJava", () -> reports.forEach(byHand::evaluate));
		ways.put("usualDrools", () -> reports.forEach(drools::evaluate));
		List<FactSheet> sheets = reports.stream().map(new FactSheets(edition, evaluator)::of).toList();
		ways.put("droolsFactsReady", () -> sheets.forEach(drools::evaluate));
		ways.put("evrete", () -> reports.forEach(evrete::evaluate));
		Map<String, double[]> figures = new LinkedHashMap<>();
		ways.keySet().forEach((name) -> figures.put(name, new double[ROUNDS]));
		for (int round = 0; round < ROUNDS; round++) {
			for (Map.Entry<String, Runnable> way : ways.entrySet()) {
				figures.get(way.getKey())[round] = perSecond(way.getValue(), reports.size());
			}
		}
		evrete.shutdown();
		print(figures);
	}

	private static double perSecond(Runnable way, int reports) {
		long start = THREADS.getCurrentThreadCpuTime();
		long spent;
		long done = 0;
		do {
			way.run();
			done += reports;
			spent = THREADS.getCurrentThreadCpuTime() - start;
		}
		while (spent < TURN);
		return done * 1e9 / spent;
	}

	private static void print(Map<String, double[]> figures) {
		double[] ours = sorted(figures.get("engine"));
		System.out.printf("%-20s %10s %10s %10s %14s%n", "processor time", "median/s", "lowest", "highest",
				"engine = 1");
		figures.forEach((name, all) -> {
			double[] one = sorted(all);
			System.out.printf("%-20s %,10.0f %,10.0f %,10.0f %14.3f%n", name, one[one.length / 2], one[0],
					one[one.length - 1], one[one.length / 2] / ours[ours.length / 2]);
		});
	}

	private static double[] sorted(double[] figures) {
		double[] warm = Arrays.copyOfRange(figures, WARM_UP, figures.length);
		Arrays.sort(warm);
		return warm;
	}

}
