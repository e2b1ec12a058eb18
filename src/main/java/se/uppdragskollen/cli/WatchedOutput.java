package se.uppdragskollen.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * An output that remembers why it failed: a {@code PrintStream} says nothing of it, and a
 * result cut off by a full disk must not look whole.
 */
final class WatchedOutput extends FilterOutputStream {

	private @Nullable IOException failure;

	WatchedOutput(OutputStream out) {
		super(out);
	}

	@Override
	public void write(int b) throws IOException {
		try {
			this.out.write(b);
		}
		catch (IOException ex) {
			throw remembered(ex);
		}
	}

	@Override
	public void write(byte[] bytes, int from, int length) throws IOException {
		try {
			this.out.write(bytes, from, length);
		}
		catch (IOException ex) {
			throw remembered(ex);
		}
	}

	@Override
	public void flush() throws IOException {
		try {
			this.out.flush();
		}
		catch (IOException ex) {
			throw remembered(ex);
		}
	}

	private IOException remembered(IOException ex) {
		this.failure = (this.failure == null) ? ex : this.failure;
		return ex;
	}

	/**
	 * Whether anything was lost. A reader that has gone away, as {@code head}, loses
	 * nothing.
	 */
	boolean lost() {
		IOException ex = this.failure;
		return ex != null && !String.valueOf(ex.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
	}

}
