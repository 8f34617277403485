package io.rapport.identity.domain;

/** The stores the other tests rely on hold to the same contract. */
class MemoryTest extends StoreContract {

    private final Memory memory = new Memory();

    @Override
    protected Identity.Stores stores() {
        return new Identity.Stores(
                memory.handles,
                memory.people,
                memory.claims,
                memory.lists,
                memory.reviews,
                memory.policies,
                memory.erasures);
    }
}
