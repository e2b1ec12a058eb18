package se.uppdragskollen.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import se.uppdragskollen.document.JsonTree;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;

/**
 * Reads JSON Lines, a report on each line, without holding more than one line of at most
 * {@link #LONGEST} bytes. A broken line never stops the others.
 */
final class JsonLines {

	/** The longest line: 5 MB. */
	static final int LONGEST = 5_000_000;

	private final String file;

	private final InputStream in;

	private final Intake intake;

	private final byte[] chunk = new byte[65_536];

	private byte[] line = new byte[8_192];

	private int length;

	private boolean tooLong;

	private int number = 1;

	private boolean empty = true;

	JsonLines(String file, InputStream in, Intake intake) {
		this.file = file;
		this.in = in;
		this.intake = intake;
	}

	void read() throws IOException {
		while (true) {
			int read = this.in.read(this.chunk);
			if (read < 0) {
				end();
				if (this.empty) {
					this.intake.tell(Problem.ofFile(this.file, "file-empty"));
				}
				return;
			}
			int from = 0;
			for (int i = 0; i < read; i++) {
				if (this.chunk[i] == '\n') {
					keep(from, i);
					end();
					from = i + 1;
					this.number++;
				}
			}
			keep(from, read);
		}
	}

	/** Keeps a part of the chunk as part of the line. */
	private void keep(int from, int to) {
		int needed = this.length + to - from;
		if (this.tooLong || needed > LONGEST) {
			this.tooLong = true;
			return;
		}
		if (needed > this.line.length) {
			this.line = Arrays.copyOf(this.line, Math.max(needed, Math.min(LONGEST, this.line.length * 2)));
		}
		System.arraycopy(this.chunk, from, this.line, this.length, to - from);
		this.length = needed;
	}

	private void end() {
		if (this.tooLong) {
			say("line-too-long", LONGEST / 1_000_000 + " MB");
		}
		else {
			line();
		}
		this.length = 0;
		this.tooLong = false;
	}

	private void line() {
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.line, 0, this.length)).toString();
		}
		catch (CharacterCodingException ex) {
			say("not-utf8");
			return;
		}
		String json = (this.number == 1 && text.startsWith("\ufeff")) ? text.substring(1) : text;
		if (!json.isBlank()) {
			this.empty = false;
			Problems problems = new Problems();
			JsonTree.read(this.file, json, this.number, problems)
				.ifPresentOrElse((tree) -> this.intake.take(this.file, tree),
						() -> this.intake.tell(this.file, problems));
		}
	}

	private void say(String key, Object... holes) {
		this.empty = false;
		Problems problems = new Problems();
		problems.at(this.file, new Position(this.number, 1), "").say(key, holes);
		this.intake.tell(this.file, problems);
	}

}
