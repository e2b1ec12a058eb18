package se.uppdragskollen.edition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is costly to make, by revision. When there are too many, the one asked for longest
 * ago is let go and made anew when wanted.
 *
 * @param <T> what is kept
 */
final class LeastUsed<T> {

	private final Map<String, T> kept = new LinkedHashMap<>(16, 0.75f, true);

	private final int most;

	private final Function<String, T> make;

	LeastUsed(int most, Function<String, T> make) {
		this.most = most;
		this.make = make;
	}

	/** Makes it outside of the lock: two who ask at once may both make it. */
	T get(String revision) {
		synchronized (this.kept) {
			T known = this.kept.get(revision);
			if (known != null) {
				return known;
			}
		}
		T made = this.make.apply(revision);
		synchronized (this.kept) {
			this.kept.put(revision, made);
			if (this.kept.size() > this.most) {
				this.kept.remove(this.kept.keySet().iterator().next());
			}
		}
		return made;
	}

}
