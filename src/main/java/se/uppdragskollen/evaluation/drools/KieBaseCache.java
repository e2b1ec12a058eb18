package se.uppdragskollen.evaluation.drools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.kie.api.KieBase;
import se.uppdragskollen.assignment.Edition;
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

	KieBase of(Edition edition) {
		Path jar = this.folder
			.resolve(EvaluationResult.ENGINE + "-" + edition.revision().substring("sha256:".length()) + ".jar");
		if (Files.isReadable(jar)) {
			try {
				return this.compiler.load(jar);
			}
			catch (RuntimeException ex) {
				// damaged, or made by another version of the libraries: made anew below
			}
		}
		KieBaseCompiler.Compiled compiled = this.compiler.compile(edition);
		keep(jar, compiled.jar());
		return compiled.kieBase();
	}

	private void keep(Path jar, byte[] bytes) {
		try {
			Files.createDirectories(this.folder);
			Path whole = Files.createTempFile(this.folder, "compiling", ".tmp");
			Files.write(whole, bytes);
			Files.move(whole, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			// the next run compiles again
		}
	}

}
