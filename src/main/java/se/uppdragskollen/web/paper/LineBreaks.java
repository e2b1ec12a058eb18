package se.uppdragskollen.web.paper;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;

/**
 * Where a line may end: where the language lets it, but not inside a day or a telephone
 * number, whose hyphens join figures.
 */
final class LineBreaks implements FSTextBreaker {

	private final FSTextBreaker usual;

	private String text = "";

	LineBreaks(Locale locale) {
		this.usual = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(locale));
	}

	@Override
	public int next() {
		int next = this.usual.next();
		while (next != BreakIterator.DONE && joins(next)) {
			next = this.usual.next();
		}
		return next;
	}

	private boolean joins(int at) {
		return at > 1 && at < this.text.length() && this.text.charAt(at - 1) == '-'
				&& Character.isDigit(this.text.charAt(at - 2)) && Character.isDigit(this.text.charAt(at));
	}

	@Override
	public void setText(String text) {
		this.text = text;
		this.usual.setText(text);
	}

}
