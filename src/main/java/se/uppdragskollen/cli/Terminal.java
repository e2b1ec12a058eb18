package se.uppdragskollen.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

import se.uppdragskollen.document.Problem;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.operation.CannotRunException;

/**
 * Where a command writes: results to standard output, problems and progress to standard
 * error; colour and progress only where a person looks on.
 */
final class Terminal {

	private static final int BAR = 30;

	private static final WatchedOutput OUTPUT = new WatchedOutput(new FileOutputStream(FileDescriptor.out));

	private final PrintStream out;

	private final PrintStream err;

	private final boolean colour;

	private final boolean progress;

	private Language language = Language.SV;

	private int drawn = -1;

	Terminal(PrintStream out, PrintStream err, boolean colour, boolean progress) {
		this.out = out;
		this.err = err;
		this.colour = colour;
		this.progress = progress;
	}

	/** As the start script found it. */
	static Terminal ofSystem() {
		boolean plain = System.getenv("NO_COLOR") != null;
		PrintStream out = new PrintStream(new BufferedOutputStream(OUTPUT, 1 << 16), false, StandardCharsets.UTF_8);
		return new Terminal(out, System.err, !plain && Boolean.getBoolean("uppdragskollen.stdout-terminal"),
				Boolean.getBoolean("uppdragskollen.stderr-terminal"));
	}

	/** Whether all that was written to standard output has arrived. */
	boolean finish() {
		this.out.flush();
		return !OUTPUT.lost();
	}

	void speak(Language other) {
		this.language = other;
	}

	Language language() {
		return this.language;
	}

	PrintStream out() {
		return this.out;
	}

	void line(String text) {
		clearProgress();
		this.out.println(text);
		if (this.progress) {
			// the bar and the lines must come in order where a person looks on
			this.out.flush();
		}
	}

	void say(String key, Object... holes) {
		line(text(key, holes));
	}

	String text(String key, Object... holes) {
		return Messages.text(this.language, key, holes);
	}

	/** A line to standard error. */
	void note(String key, Object... holes) {
		noteLine(text(key, holes));
	}

	void noteLine(String text) {
		this.out.flush();
		clearProgress();
		this.err.println(text);
	}

	/** Why something cannot be run, to standard error. */
	void note(CannotRunException reason) {
		noteLine(reason.text(this.language));
	}

	void problems(Collection<Problem> problems) {
		this.out.flush();
		clearProgress();
		problems.forEach((problem) -> this.err.println(problem.text(this.language)));
	}

	/** Draws how far it has come, where a person looks on and there is much to do. */
	void progress(int done, int total) {
		if (!this.progress || total < 2) {
			return;
		}
		int full = done * BAR / total;
		if (full != this.drawn) {
			this.drawn = full;
			this.err.print("\r" + "█".repeat(full) + "░".repeat(BAR - full) + " " + done + "/" + total);
			this.err.flush();
		}
		if (done == total) {
			clearProgress();
		}
	}

	private void clearProgress() {
		if (this.drawn >= 0) {
			this.err.print("\r" + " ".repeat(BAR + 20) + "\r");
			this.err.flush();
			this.drawn = -1;
		}
	}

	String bold(String text) {
		return paint(text, "1");
	}

	String dim(String text) {
		return paint(text, "2");
	}

	String red(String text) {
		return paint(text, "31");
	}

	String yellow(String text) {
		return paint(text, "33");
	}

	String green(String text) {
		return paint(text, "32");
	}

	private String paint(String text, String code) {
		return this.colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
	}

	/** Breaks a text into lines of at most this many characters. */
	static List<String> wrap(String text, int width) {
		List<String> lines = new java.util.ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : text.split(" ")) {
			if (line.length() > 0 && line.length() + 1 + word.length() > width) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append((line.length() > 0) ? " " : "").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

}
