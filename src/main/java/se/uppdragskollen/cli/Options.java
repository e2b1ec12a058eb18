package se.uppdragskollen.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.authoring.CaseReader;
import se.uppdragskollen.authoring.Cases;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.RuleBooks;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;

/**
 * The options that every command has.
 */
final class Options {

	@Option(names = "--home", paramLabel = "DIR")
	private @Nullable Path home;

	@Option(names = "--language", paramLabel = "sv|en")
	private @Nullable String language;

	@Option(names = { "-h", "--help" }, usageHelp = true)
	private boolean help;

	/** The region's folder: as asked, else where one stands, else the product's own. */
	Path home() {
		if (this.home != null) {
			return this.home;
		}
		Path here = Path.of("");
		if (here.resolve("assignments").toFile().isDirectory()) {
			return here;
		}
		return Path.of(System.getProperty("uppdragskollen.home", ""));
	}

	Assignments assignments() {
		return Assignments.at(home());
	}

	/** Rules compiled before are kept in the user's cache folder. */
	static RuleBooks ruleBooks() {
		return new DroolsRuleBooks(cache());
	}

	/** The user's cache folder. */
	static Path cache() {
		String folder = System.getProperty("uppdragskollen.cache");
		return (folder != null) ? Path.of(folder) : userFolder("XDG_CACHE_HOME", ".cache");
	}

	/** Where a service keeps its data unless told otherwise. */
	static Path data() {
		return userFolder("XDG_DATA_HOME", ".local/share");
	}

	private static Path userFolder(String variable, String fallback) {
		String base = System.getenv(variable);
		return ((base != null && !base.isEmpty()) ? Path.of(base)
				: Path.of(System.getProperty("user.home", ".")).resolve(fallback))
			.resolve("uppdragskollen");
	}

	/** The edition named {@code A/E}, or nothing when a problem was told. */
	Optional<Edition> edition(String name, Problems problems) {
		int slash = slash(name, problems);
		return (slash < 0) ? Optional.empty()
				: assignments().edition(name.substring(0, slash), name.substring(slash + 1), problems);
	}

	/** The cases of an edition. */
	Optional<Cases> cases(String name, Problems problems) {
		return edition(name, problems).flatMap((one) -> new CaseReader(assignments()).read(one, problems));
	}

	/** The edition as far as it can be understood, with everything that is wrong. */
	Optional<Edition> asFarAsRead(String name, Problems problems) {
		int slash = slash(name, problems);
		return (slash < 0) ? Optional.empty()
				: assignments().asFarAsRead(name.substring(0, slash), name.substring(slash + 1), problems);
	}

	private static int slash(String name, Problems problems) {
		int slash = name.indexOf('/');
		if (slash < 0) {
			problems.add(Problem.ofFile(name, "edition-name"));
		}
		return slash;
	}

	boolean help() {
		return this.help;
	}

	@Nullable String language() {
		return this.language;
	}

}
