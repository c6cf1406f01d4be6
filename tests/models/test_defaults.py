"""What a row starts with costs little to ask for, and is its own."""

from workbench.models import TRACKED, UNTRACKED, Claim


def test_no_default_is_the_builtin_list() -> None:
    """Pydantic looks for the signature of a default's function for every row that is made."""
    factories = {
        f"{model.__name__}.{name}": field.default_factory
        for model in [*TRACKED, *UNTRACKED]
        for name, field in model.model_fields.items()
        if field.default_factory is not None
    }
    assert "Claim.reasons" in factories
    assert [name for name, factory in factories.items() if factory is list] == []


def test_rows_do_not_share_their_lists() -> None:
    first, second = Claim(number=1, statement=""), Claim(number=2, statement="")
    assert first.reasons is not second.reasons
