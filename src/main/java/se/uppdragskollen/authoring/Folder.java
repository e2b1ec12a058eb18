package se.uppdragskollen.authoring;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problems;

/**
 * A folder of YAML files, named as people see it from the home folder.
 */
record Folder(Path path, String name) {

	Folder folder(String child) {
		return new Folder(this.path.resolve(child), this.name + "/" + child);
	}

	boolean exists() {
		return this.path.toFile().isDirectory();
	}

	boolean has(String file) {
		return this.path.resolve(file).toFile().isFile();
	}

	/** The YAML files, sorted by name. */
	List<String> files() {
		String[] names = this.path.toFile().list();
		return Arrays.stream((names != null) ? names : new String[0])
			.filter((one) -> one.endsWith(".yaml") && !one.startsWith("."))
			.sorted()
			.toList();
	}

	String nameOf(String file) {
		return this.name + "/" + file;
	}

	Optional<Node> tree(String file, Problems problems) {
		return Document.read(this.path.resolve(file), nameOf(file), problems)
			.flatMap((document) -> document.tree(problems));
	}

}
