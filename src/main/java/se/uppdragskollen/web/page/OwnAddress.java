package se.uppdragskollen.web.page;

/**
 * Tells an address of this service's pages from any other.
 */
public final class OwnAddress {

	private OwnAddress() {
	}

	/** A path, with no other host, control sign or way upwards in it. */
	public static boolean is(String address) {
		String path = address.replaceAll("[?#].*", "");
		return address.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\{}]]*") && !path.contains("//")
				&& !path.matches("(?i).*/(\\.|%2e){1,2}(/.*|;.*|)");
	}

}
