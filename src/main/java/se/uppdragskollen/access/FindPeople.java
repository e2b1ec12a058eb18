package se.uppdragskollen.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * Looks up who is registered, and with which roles.
 */
@Component
@Transactional(readOnly = true)
public class FindPeople {

	private final People people;

	FindPeople(People people) {
		this.people = people;
	}

	/** Those asked for, by name, page by page; the sort key is name and id. */
	public Page<Person> list(Actor actor, PersonFilter filter, PageRequest page) {
		actor.require(Act.READ_PEOPLE);
		return this.people.page(filter, page);
	}

	/**
	 * Somebody.
	 * @throws Refusal when there is nobody with this id
	 */
	public Person one(Actor actor, long id) {
		actor.require(Act.READ_PEOPLE);
		return this.people.require(id);
	}

}
