package se.uppdragskollen.evaluation.drools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.drools.base.util.Drools;
import org.kie.api.KieBase;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Fingerprint;
import se.uppdragskollen.evaluation.EvaluationResult;

/**
 * Keeps compiled rules on disk, by engine version and revision. A file that cannot be
 * read is made anew; a folder that cannot be written is done without.
 */
final class KieBaseCache {

	private final Path folder;

	private final KieBaseCompiler compiler = new KieBaseCompiler();

	KieBaseCache(Path folder) {
		this.folder = folder;
	}

	/** The rules compiled before, if they were and can be read. */
	Optional<KieBase> load(Edition edition) {
		Path jar = this.folder.resolve(name(edition));
		if (!Files.isReadable(jar)) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.compiler.load(jar));
		}
		catch (RuntimeException ex) {
			// damaged, or made by another version of the libraries: to be made anew
			return Optional.empty();
		}
	}

	KieBase compile(Edition edition) {
		KieBaseCompiler.Compiled compiled = this.compiler.compile(edition);
		keep(this.folder.resolve(name(edition)), compiled.jar());
		return compiled.kieBase();
	}

	/**
	 * The revision, and what the compiler gets for it from this version of the engine.
	 */
	private static String name(Edition edition) {
		String generated = Fingerprint.of(EvaluationResult.ENGINE + Drools.getFullVersion() + DrlWriter.write(edition));
		return digits(edition.revision()) + "-" + digits(generated).substring(0, 16) + ".jar";
	}

	private static String digits(String fingerprint) {
		return fingerprint.substring("sha256:".length());
	}

	private void keep(Path jar, byte[] bytes) {
		try {
			Files.createDirectories(this.folder);
			if (this.folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				// what lies here is run: nobody else may write it
				Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx------"));
			}
			Path whole = Files.createTempFile(this.folder, "compiling", ".tmp");
			Files.write(whole, bytes);
			Files.move(whole, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			// the next run compiles again
		}
	}

}
