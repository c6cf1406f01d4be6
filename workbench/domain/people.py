"""Who acts: a person with an account, as services and pages know them."""

import uuid
from dataclasses import dataclass

from workbench.domain.errors import NotAllowed
from workbench.domain.roles import Permission, Role, may


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person."""

    id: uuid.UUID
    login: str
    name: str
    role: Role

    @property
    def actor(self) -> str:
        """How the history names them: by id, because names change."""
        return str(self.id)

    def may(self, permission: Permission) -> bool:
        """Whether their role holds the permission."""
        return may(self.role, permission)

    def require(self, permission: Permission) -> None:
        """Raises NotAllowed when their role does not hold the permission."""
        if not self.may(permission):
            raise NotAllowed(f"As {self.role} you may not do this.")
