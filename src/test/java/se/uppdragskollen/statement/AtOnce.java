package se.uppdragskollen.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several do something at the same time.
 */
final class AtOnce {

	private AtOnce() {
	}

	static <T> List<T> all(List<Callable<T>> many) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(many.size());
		try {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<T>> answers = new ArrayList<>();
			for (Callable<T> one : many) {
				answers.add(pool.submit(() -> {
					start.await();
					return one.call();
				}));
			}
			start.countDown();
			List<T> all = new ArrayList<>();
			for (Future<T> answer : answers) {
				all.add(answer.get());
			}
			return all;
		}
		finally {
			pool.shutdownNow();
		}
	}

}
