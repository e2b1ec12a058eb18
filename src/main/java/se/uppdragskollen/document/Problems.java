package se.uppdragskollen.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong, so that it can be told all at once.
 */
public final class Problems {

	/** Who makes more mistakes than this has not mistyped: a search for each costs. */
	private static final int MOST_SUGGESTIONS = 100;

	/** Not by hash codes: names can be chosen to have the same. */
	private static final Comparator<Problem> WHOLE = Problem.READING_ORDER
		.thenComparing((one) -> String.valueOf(one.found()))
		.thenComparing((one) -> one.holes() + " " + one.allowed() + " " + one.suggestion());

	/** More are counted, not kept. */
	private static final int MOST = 10_000;

	private final List<Problem> found = new ArrayList<>();

	private int size;

	public void add(Problem problem) {
		this.size++;
		if (this.found.size() < MOST) {
			this.found.add(problem);
		}
	}

	public void addAll(Collection<Problem> problems) {
		problems.forEach(this::add);
	}

	/** Starts a problem at this place; end it with {@link At#say}. */
	public At at(String file, Position position, String path) {
		return new At(file, position, path);
	}

	public boolean isEmpty() {
		return this.found.isEmpty();
	}

	public int size() {
		return this.size;
	}

	/** All of them in reading order, the same one only once. */
	public List<Problem> all() {
		Set<Problem> told = new TreeSet<>(WHOLE);
		return this.found.stream().sorted(Problem.READING_ORDER).filter(told::add).toList();
	}

	/**
	 * A problem in the making.
	 */
	public final class At {

		private final String file;

		private final Position position;

		private final String path;

		private @Nullable Object found;

		private @Nullable Object allowed;

		private @Nullable Object suggestion;

		private At(String file, Position position, String path) {
			this.file = file;
			this.position = position;
			this.path = path;
		}

		/**
		 * What stands there: a text, or a figure that is said as its reader writes it.
		 */
		public At found(@Nullable Object value) {
			this.found = (value instanceof String text && text.isBlank()) ? null : value;
			return this;
		}

		/** What is allowed: a text or a {@code Bilingual}. */
		public At allowed(Object what) {
			this.allowed = what;
			return this;
		}

		/**
		 * What is allowed: one of these names; the nearest one is suggested, as long as
		 * there are few problems.
		 */
		public At allowedNames(Collection<String> names) {
			this.suggestion = (this.found instanceof String name && size() < MOST_SUGGESTIONS)
					? Suggestions.nearest(name, names).orElse(null) : null;
			if (names.size() <= 20) {
				this.allowed = String.join(", ", names.stream().sorted().toList());
			}
			return this;
		}

		/** What may be meant: a name, or a figure. */
		public At suggestion(@Nullable Object meant) {
			this.suggestion = meant;
			return this;
		}

		/** The problem's sentence, by its key without {@code problem.}. */
		public void say(String key, Object... holes) {
			add(new Problem(this.file, this.position.line(), this.position.column(), this.path, key, List.of(holes),
					this.found, this.allowed, this.suggestion));
		}

	}

}
