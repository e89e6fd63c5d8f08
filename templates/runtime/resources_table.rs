//! The table of the resources of a client.

/// Gives a client a method for each resource.
macro_rules! resources {
    ($client:ident; $($(#[$about:meta])* $method:ident: $resource:ident;)*) => {
        impl $client {$(
            $(#[$about])*
            #[must_use]
            pub fn $method(&self) -> operations::$resource<'_> {
                operations::$resource(&self.0)
            }
        )*}
    };
}

#[allow(unused_imports, reason = "an API may have models only")]
pub(crate) use resources;
