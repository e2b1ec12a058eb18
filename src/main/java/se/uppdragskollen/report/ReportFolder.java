package se.uppdragskollen.report;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;

/**
 * The files with reports in a folder and the folders within it, in the order of their
 * names. Hidden files, read-me's and what office programs leave behind are passed over;
 * any other file of an unknown kind is told.
 */
final class ReportFolder {

	private ReportFolder() {
	}

	static List<Path> files(Path folder, Consumer<Problem> wrong) throws IOException {
		List<Path> files = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		Files.walkFileTree(folder, new Visitor(folder, files, problems));
		Collections.sort(files);
		problems.sort(Problem.READING_ORDER);
		problems.forEach(wrong);
		if (files.isEmpty() && problems.isEmpty()) {
			wrong.accept(Problem.ofFile(folder.toString(), "folder-empty", FileKind.READ));
		}
		return files;
	}

	/** A file whose name does not say that it holds reports. */
	static Problem unknownKind(Path file) {
		Problems problems = new Problems();
		problems.at(file.toString(), Position.NOWHERE, "")
			.allowed(String.join(", ", FileKind.READ))
			.say("file-kind-unknown");
		return problems.all().get(0);
	}

	private static boolean isPassedOver(Path file) {
		String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		return name.startsWith(".") || name.startsWith("~$") || name.startsWith("readme") || name.endsWith("~")
				|| name.equals("thumbs.db") || name.equals("desktop.ini");
	}

	/** Collects files and what is wrong with them. */
	private static final class Visitor extends SimpleFileVisitor<Path> {

		private final Path top;

		private final List<Path> files;

		private final List<Problem> problems;

		Visitor(Path top, List<Path> files, List<Problem> problems) {
			this.top = top;
			this.files = files;
			this.problems = problems;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
			boolean hidden = !folder.equals(this.top) && isPassedOver(folder);
			return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			if (FileKind.ofName(String.valueOf(file.getFileName())).isPresent() && !isPassedOver(file)) {
				this.files.add(file);
			}
			else if (!isPassedOver(file)) {
				this.problems.add(unknownKind(file));
			}
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException ex) {
			this.problems.add(Problem.ofFile(file.toString(), "file-unreadable"));
			return FileVisitResult.CONTINUE;
		}

	}

}
