package io.rapport.identity.domain;

/** The in-memory repositories fulfil the contract. */
class InMemoryIdentityTest extends IdentityRepositoriesContract {

    private final InMemoryIdentity memory = new InMemoryIdentity();

    @Override
    protected IdentityRepositories stores() {
        return new IdentityRepositories(
                memory.handles,
                memory.people,
                memory.claims,
                memory.lists,
                memory.reviews,
                memory.policies,
                memory.erasures);
    }
}
