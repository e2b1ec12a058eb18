package se.uppdragskollen.evaluation.drools;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.RuleBook;
import se.uppdragskollen.evaluation.RuleBooks;

/**
 * Compiles each revision once: kept in memory, the most recently used ones, and on disk
 * where a folder is given.
 */
public final class DroolsRuleBooks implements RuleBooks {

	private static final int MOST_IN_MEMORY = 16;

	private final @Nullable KieBaseCache cache;

	private final Map<String, RuleBook> recent = new LinkedHashMap<>(MOST_IN_MEMORY, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, RuleBook> eldest) {
			return size() > MOST_IN_MEMORY;
		}

	};

	/** Rule books kept in memory only. */
	public DroolsRuleBooks() {
		this.cache = null;
	}

	/**
	 * Rule books kept on disk too.
	 * @param folder where compiled rules are kept; only this user should be able to write
	 * there
	 */
	public DroolsRuleBooks(Path folder) {
		this.cache = new KieBaseCache(folder);
	}

	@Override
	public RuleBook of(Edition edition) {
		synchronized (this.recent) {
			RuleBook book = this.recent.get(edition.revision());
			if (book == null) {
				book = compile(edition);
				this.recent.put(edition.revision(), book);
			}
			return book;
		}
	}

	@Override
	public void checkFormulas(Edition edition, Problems problems) {
		Formulas.check(edition, problems);
	}

	/** What lies compiled on disk was checked when it was compiled. */
	private RuleBook compile(Edition edition) {
		Optional<KieBase> compiled = (this.cache == null) ? Optional.empty() : this.cache.load(edition);
		return new DroolsRuleBook(compiled.orElseGet(() -> compileAnew(edition)), new Formulas(edition));
	}

	private KieBase compileAnew(Edition edition) {
		Problems problems = new Problems();
		Formulas.check(edition, problems);
		if (!problems.isEmpty()) {
			throw new UncompilableException(problems.all());
		}
		return (this.cache == null) ? new KieBaseCompiler().compile(edition).kieBase() : this.cache.compile(edition);
	}

}
